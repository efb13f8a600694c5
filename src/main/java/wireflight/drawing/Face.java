package wireflight.drawing;

/** The bundled type faces. */
public enum Face {
  REGULAR,
  SEMIBOLD,
  BOLD,
  MONO
}
