package wireflight.export;

/** How the steps of a recording are laid out on the pages of a document. */
public enum Layout {
  /** All of them on one page. */
  ONE,
  /** On as many slides as it takes to keep them readable. */
  SLIDES,
  /** Each on a slide of its own, which shows what has happened up to it. */
  STEPS
}
