package city.tongban.routes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.apache.camel.test.junit5.TestExecutionConfiguration;
import org.junit.jupiter.api.BeforeEach;

/**
 * The route files that {@link TestsRoute} names, in a Camel context of their own. Recorders stand
 * for the beans of the hub and mock endpoints for what is outside. A test advises its routes, then
 * starts the context.
 */
abstract class RouteTestSupport extends CamelTestSupport {
  /** The steps that recorders took, in order. */
  protected final List<String> steps = new CopyOnWriteArrayList<>();

  private final Map<String, Processor> reactions = new HashMap<>();

  @Override
  public void configureTest(TestExecutionConfiguration configuration) {
    super.configureTest(configuration);
    configuration.withUseAdviceWith(true).withDisableJMX();
  }

  @BeforeEach
  void loadRoutes() throws Exception {
    TestsRoute tested = getClass().getAnnotation(TestsRoute.class);
    for (String file : tested.files()) {
      PluginHelper.getRoutesLoader(context)
          .loadRoutes(
              PluginHelper.getResourceLoader(context).resolveResource("file:routes/" + file));
    }
    keepOnly(tested.ids());
  }

  /** Removes the other routes that the files have; templates and route configurations stay. */
  protected void keepOnly(String... ids) throws Exception {
    ModelCamelContext model = (ModelCamelContext) context;
    for (RouteDefinition route : List.copyOf(model.getRouteDefinitions())) {
      if (!List.of(ids).contains(route.getRouteId())) {
        model.removeRouteDefinition(route);
      }
    }
  }

  /** Stands for a bean of the hub. */
  public abstract class Recorder {
    /** Writes the step down and then does what the test has told it to do. */
    protected void step(String name, Exchange exchange) throws Exception {
      steps.add(name);
      Processor reaction = reactions.get(name);
      if (reaction != null) {
        reaction.process(exchange);
      }
    }
  }

  /** What a step does. */
  protected void on(String step, Processor reaction) {
    reactions.put(step, reaction);
  }

  /** What a step throws. */
  protected void failAt(String step, Exception failure) {
    on(
        step,
        exchange -> {
          throw failure;
        });
  }

  /** Makes the route begin at {@code direct:in}; calls of these endpoints are taken by mocks. */
  protected void advise(String route, String... mocked) throws Exception {
    AdviceWith.adviceWith(
        context,
        route,
        advice -> {
          advice.replaceFromWith("direct:in");
          advice.mockEndpointsAndSkip(mocked);
        });
  }

  /** A route made from a template. */
  protected void addRoute(String template, String id, Map<String, Object> parameters) {
    TemplatedRouteBuilder.builder(context, template).routeId(id).parameters(parameters).add();
  }

  protected Exchange send(Object body, Map<String, Object> headers) {
    return send("direct:in", body, headers);
  }

  protected Exchange send(String endpoint, Object body, Map<String, Object> headers) {
    return template.send(
        endpoint,
        exchange -> {
          exchange.getMessage().setBody(body);
          exchange.getMessage().setHeaders(new HashMap<>(headers));
        });
  }

  /** The failure that came back to the sender; fails the test when there is none. */
  protected static Exception failure(Exchange exchange) {
    Exception failure = Objects.requireNonNull(exchange.getException(), "the exchange succeeded");
    return failure instanceof CamelExecutionException wrapped
        ? (Exception) wrapped.getCause()
        : failure;
  }

  /** A mock that takes one message and fails. */
  protected MockEndpoint failing(String uri, Exception failure) {
    MockEndpoint mock = getMockEndpoint(uri);
    mock.whenAnyExchangeReceived(
        exchange -> {
          throw failure;
        });
    mock.expectedMessageCount(1);
    return mock;
  }
}
