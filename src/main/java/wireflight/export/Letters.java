package wireflight.export;

/** The letters that pictures and documents are set in. */
public enum Letters {
  /** Source Sans and Noto Sans Mono, those of the window. */
  SOURCE,
  /**
   * Arial and Courier New, those of slides: the same fonts, places and sizes as in {@link
   * Format#PPTX}, so that pictures and slides of one deck look alike.
   */
  ARIAL
}
