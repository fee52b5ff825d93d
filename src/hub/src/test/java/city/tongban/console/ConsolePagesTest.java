package city.tongban.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.tongban.canonical.StepRecorded;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@SpringBootTest(classes = ConsoleSlice.class)
@RecordApplicationEvents
class ConsolePagesTest {
  private MockMvc pages;

  @BeforeEach
  void open(@Autowired WebApplicationContext context) {
    pages = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
  }

  @Test
  void nobodySeesACaseBeforeTheLogIn() throws Exception {
    pages
        .perform(get("/console/cases/" + Sample.DECIDED))
        .andExpect(status().is3xxRedirection())
        .andExpect(redirectedUrl("http://localhost/console/login"));
    pages
        .perform(get("/console/login"))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("name=\"_csrf\"")));
    pages
        .perform(get("/console/login?error&lang=en"))
        .andExpect(content().string(containsString("The user name or the password is wrong.")));
  }

  @Test
  void aLogInWithoutItsHiddenFieldIsTurnedAway() throws Exception {
    var form = post("/console/login").param("username", "operator").param("password", "open");

    pages.perform(form).andExpect(status().isForbidden());
    pages.perform(form.with(csrf())).andExpect(redirectedUrl("/console"));
  }

  @Test
  void theFirstPageShowsTheSumAndWhoMustAct() throws Exception {
    pages
        .perform(as(get("/console")))
        .andExpect(content().string(containsString("12,480")))
        .andExpect(content().string(containsString(Sample.DECIDED.value())))
        .andExpect(content().string(containsString(Sample.PARKED + "/1")))
        .andExpect(content().string(containsString("受理中心（缩短内容）")))
        .andExpect(content().string(containsString("通道内等待的投递过多")))
        .andExpect(content().string(containsString("等待 120 件，上限 100 件")))
        .andExpect(content().string(containsString("住房租赁合同网签备案")));
  }

  @Test
  void pagesAreChineseUntilSomebodyAsksForEnglishAndRemembersIt() throws Exception {
    pages.perform(as(get("/console"))).andExpect(content().string(containsString("查找办件")));
    pages
        .perform(as(get("/console?lang=en")))
        .andExpect(cookie().value("hub-language", "en"))
        .andExpect(content().string(containsString("Find a case")));
    pages
        .perform(as(get("/console")).cookie(new Cookie("hub-language", "en")))
        .andExpect(content().string(containsString("Find a case")))
        .andExpect(content().string(containsString("Housing Administration")));
  }

  @Test
  void theOneBoxLeadsToACaseADeliveryOrAStop() throws Exception {
    String number = Sample.DECIDED.value();

    search(" " + number + " ").andExpect(redirectedUrl("/console/cases/" + number));
    search(number + "/1").andExpect(redirectedUrl("/console/cases/" + number + "#delivery-1"));
    search(SampleTrail.REFUSED).andExpect(redirectedUrl("/console/stops/" + SampleTrail.REFUSED));
    search("<script>")
        .andExpect(status().isNotFound())
        .andExpect(content().string(containsString("&lt;script&gt;")))
        .andExpect(content().string(containsString("这不是办件编号")));
  }

  @Test
  void aCaseShowsItsWayAndHidesItsPersons() throws Exception {
    pages
        .perform(as(get("/console/cases/" + Sample.DECIDED)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("王**")))
        .andExpect(content().string(not(containsString("王小明"))))
        .andExpect(content().string(not(containsString("11010519491231002X"))))
        .andExpect(content().string(containsString("id=\"stop-" + SampleTrail.id(4) + "\"")))
        .andExpect(content().string(containsString("/console/runbook#HUB-4011")))
        .andExpect(content().string(containsString("通常需要：租赁合同, 身份证件")))
        .andExpect(content().string(containsString("未响应 20.0 s")));
  }

  @Test
  void aCaseThatStandsStillSaysWhoMustAct() throws Exception {
    pages
        .perform(as(get("/console/cases/" + Sample.PARKED + "?lang=en")))
        .andExpect(content().string(containsString("the centre (shorten the value)")))
        .andExpect(content().string(containsString("behind " + Sample.PARKED + "/1")));
  }

  @Test
  void aProblemIsToldAtLengthOnce() throws Exception {
    String page =
        pages
            .perform(as(get("/console/cases/" + Sample.PARKED)))
            .andReturn()
            .getResponse()
            .getContentAsString();

    assertThat(page).containsOnlyOnce("118 bytes in GB18030, AAC161 holds 100");
  }

  @Test
  void anUnknownCaseAndAnImpossibleNumberAreExplained() throws Exception {
    pages
        .perform(as(get("/console/cases/310101-20180702-999999")))
        .andExpect(status().isNotFound())
        .andExpect(content().string(containsString("HUB-2001")));
    pages
        .perform(as(get("/console/cases/nonsense")))
        .andExpect(status().isNotFound())
        .andExpect(content().string(containsString("HUB-1001")));
  }

  @Test
  void aStopOpensAtItsPlaceInItsCaseAndARefusalOnAPageOfItsOwn() throws Exception {
    pages
        .perform(as(get("/console/stops/" + SampleTrail.SOAP)))
        .andExpect(redirectedUrl("/console/cases/" + Sample.PARKED + "#stop-" + SampleTrail.SOAP));
    pages
        .perform(as(get("/console/stops/" + SampleTrail.REFUSED)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("HUB-1006")));
  }

  @Test
  void aPayloadIsDecodedByItsOwnCharsetAndItsReadingIsRecorded(@Autowired ApplicationEvents events)
      throws Exception {
    pages
        .perform(reader(get("/console/stops/" + SampleTrail.SOAP + "/out")))
        .andExpect(content().string(containsString("𠮷小明䶮")))
        .andExpect(content().string(containsString("language-xml")));

    assertThat(events.stream(StepRecorded.class).map(StepRecorded::step))
        .singleElement()
        .satisfies(
            stop -> {
              assertThat(stop.event()).isEqualTo("payload-read");
              assertThat(stop.partner()).isEqualTo("console:engineer");
              assertThat(stop.caseNumber()).isEqualTo(Sample.PARKED);
            });
  }

  @Test
  void aHostilePayloadStaysText() throws Exception {
    pages
        .perform(reader(get("/console/stops/" + SampleTrail.HOSTILE + "/in")))
        .andExpect(content().string(not(containsString("<script"))))
        .andExpect(content().string(not(containsString("<img"))))
        .andExpect(content().string(containsString("&lt;script&gt;alert(1)")))
        .andExpect(content().string(containsString("⟦U+202E⟧")));
  }

  @Test
  void bytesThatAreNoTextAreShownInHexAndDownloadedUntouched() throws Exception {
    String stop = "/console/stops/" + SampleTrail.GARBLED;

    pages
        .perform(reader(get(stop + "/in")))
        .andExpect(content().string(containsString("d6 d0 ce ff")));
    pages
        .perform(reader(get(stop + "/in/raw")))
        .andExpect(header().string("Content-Disposition", containsString("attachment")))
        .andExpect(header().string("Content-Type", "application/octet-stream"))
        .andExpect(content().bytes(new SampleTrail().body(SampleTrail.GARBLED, true)));
    pages.perform(reader(get(stop + "/out"))).andExpect(status().isNotFound());
  }

  @Test
  void theRunbookCanBeLinkedToByCode() throws Exception {
    pages
        .perform(as(get("/console/runbook")))
        .andExpect(content().string(containsString("<h3 id=\"HUB-1001\">")));
  }

  private ResultActions search(String typed) throws Exception {
    return pages.perform(as(get("/console/search").param("q", typed)));
  }

  private static MockHttpServletRequestBuilder as(MockHttpServletRequestBuilder request) {
    return request.with(user("operator").roles("OPERATOR"));
  }

  private static MockHttpServletRequestBuilder reader(MockHttpServletRequestBuilder request) {
    return request.with(user("engineer").roles("ENGINEER"));
  }
}
