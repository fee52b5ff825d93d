package city.tongban.console;

import city.tongban.account.ReturnUrl;
import city.tongban.canonical.CaseNumber;
import city.tongban.canonical.DeliveryId;
import city.tongban.canonical.HubException;
import city.tongban.delivery.Deliveries;
import city.tongban.delivery.DeliveryState;
import city.tongban.delivery.DeliveryView;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lists deliveries by state, with the operator's two actions: resend and cancel. */
@Controller
class DeliveryController {
  private static final int EACH = 100;

  private final Deliveries deliveries;
  private final DeliveryActions acts;

  DeliveryController(Deliveries deliveries, DeliveryActions acts) {
    this.deliveries = deliveries;
    this.acts = acts;
  }

  @GetMapping("/console/deliveries")
  String standing(
      @RequestParam(name = "backEnd", required = false) @Nullable String backEnd, Model model) {
    List<DeliveryView> standing =
        new ArrayList<>(deliveries.inState(DeliveryState.UNCONFIRMED, backEnd, EACH));
    standing.addAll(deliveries.inState(DeliveryState.PARKED, backEnd, EACH));
    model.addAttribute("troubles", StuckDelivery.in(standing));
    model.addAttribute("full", standing.size() >= EACH);
    return "console/deliveries";
  }

  @PostMapping("/console/deliveries/{number}/{sequence}/resend")
  String resend(
      @PathVariable("number") String number,
      @PathVariable("sequence") int sequence,
      @ModelAttribute Form form,
      @ModelAttribute(name = "user", binding = false) ConsoleUser user,
      RedirectAttributes next) {
    DeliveryId id = new DeliveryId(new CaseNumber(number), sequence);
    return told(
        "act.resent", id, form, next, () -> acts.resend(id, form.seen(), user, form.reason()));
  }

  @PostMapping("/console/deliveries/{number}/{sequence}/cancel")
  String cancel(
      @PathVariable("number") String number,
      @PathVariable("sequence") int sequence,
      @ModelAttribute Form form,
      @ModelAttribute(name = "user", binding = false) ConsoleUser user,
      RedirectAttributes next) {
    DeliveryId id = new DeliveryId(new CaseNumber(number), sequence);
    return told(
        "act.cancelled", id, form, next, () -> acts.cancel(id, form.seen(), user, form.reason()));
  }

  /**
   * The form that an operator submits.
   *
   * @param seen when the delivery had last changed on the operator's page
   * @param from that page
   */
  record Form(String reason, String seen, String from) {
    Form {
      reason = reason == null ? "" : reason;
      seen = seen == null ? "" : seen;
      from = ReturnUrl.orHome(from);
    }
  }

  /** Redirects to the operator's page with the outcome. */
  private static String told(
      String done, DeliveryId id, Form form, RedirectAttributes next, Runnable act) {
    try {
      act.run();
      next.addFlashAttribute("done", done);
      next.addFlashAttribute("about", id.toString());
    } catch (HubException failure) {
      next.addFlashAttribute("failed", failure.problem());
      next.addFlashAttribute("about", id.toString());
    }
    return "redirect:" + form.from();
  }
}
