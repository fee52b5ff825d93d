package city.tongban.connector;

/** Something that shows our credential to a back-end. */
interface Tokens {
  /** Shows nothing: the back-end wants no token, or the envelope carries it. */
  Tokens NONE =
      new Tokens() {
        @Override
        public String current() {
          return "";
        }

        @Override
        public void refused(String token) {}
      };

  /** The token to send with a call; empty when there is none. */
  String current();

  /** They refused a token: the next call fetches another. */
  void refused(String token);
}
