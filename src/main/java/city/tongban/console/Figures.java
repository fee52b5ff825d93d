package city.tongban.console;

/** The sum of everything taken in: in = out + refused + parked + waiting, read in one snapshot. */
record Figures(long in, long out, long refused, long parked, long waiting) {

  /** Who counts them. */
  interface Source {
    Figures now();
  }
}
