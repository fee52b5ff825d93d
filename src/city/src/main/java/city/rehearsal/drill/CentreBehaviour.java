package city.rehearsal.drill;

/** What a centre does besides sending the message once. */
enum CentreBehaviour {
  /** Sends it by SOAP; a repeat by REST must get the same case. */
  SOAP,
  /** Sends it twice, as after a lost answer: the receipt must be the same. */
  REPEAT,
  /** Sends other content under the same id: the hub must refuse it. */
  OTHER_CONTENT,
  /** Withdraws the case as soon as it has the receipt. */
  WITHDRAW,
  /** Sends it with an unknown token. */
  GARBAGE_TOKEN
}
