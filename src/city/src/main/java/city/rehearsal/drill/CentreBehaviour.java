package city.rehearsal.drill;

/** What a centre does beyond sending the message once. */
enum CentreBehaviour {
  /** Sends it by SOAP; a repeat goes by REST, and must get the same case all the same. */
  SOAP,
  /** Sends it again, as after a lost answer: the receipt must be the same. */
  REPEAT,
  /** Sends something else under the same id: must be refused. */
  OTHER_CONTENT,
  /** Takes the case back as soon as it has the receipt. */
  WITHDRAW,
  /** Sends it with a token that nobody was given. */
  GARBAGE_TOKEN
}
