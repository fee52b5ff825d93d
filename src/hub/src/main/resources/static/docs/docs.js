// Shows the contract; no request to anywhere else, and a token stays in this tab.
window.addEventListener("load", () => {
  window.SwaggerUIBundle({
    url: "/openapi.yaml",
    dom_id: "#api",
    deepLinking: true,
    persistAuthorization: false,
    validatorUrl: null,
  });
});
