package wireflight.trace;

import org.jspecify.annotations.Nullable;

/** What a journal row says it is, which its other fields may belie: then it is a {@link Note}. */
enum EventKind {
  OTHER(0, "", Note.class),
  CALL(1, "call", CallEntered.class),
  RETURN(2, "return", CallReturned.class),
  DISCARD(3, "discard", Discarded.class),
  SAMPLE(4, "sample", KernelSample.class),
  STEP(5, "step", LessonStep.class),
  WIRE(6, "wire", WireVerdict.class),
  /** It says what an earlier row said; see {@link SaidBefore}. */
  REPEATED(7, "repeated", Note.class);

  private static final EventKind[] ALL = values();

  private final int number;
  private final String name;
  private final Class<? extends Event> type;

  EventKind(int number, String name, Class<? extends Event> type) {
    this.number = number;
    this.name = name;
    this.type = type;
  }

  /** The kind of a row whose field has that value; {@link #OTHER} for what is none of ours. */
  static EventKind named(@Nullable String name) {
    for (EventKind kind : ALL) {
      if (kind.name.equals(name)) {
        return kind;
      }
    }
    return OTHER;
  }

  /** Counts the kinds from 0, as they stand here. */
  int number() {
    return number;
  }

  /** The kind with a {@link #number}. */
  static EventKind at(int number) {
    return ALL[number];
  }

  /** Whether a row of this kind can be such an event: of that type, or a note of what it lacks. */
  boolean mayBe(Class<? extends Event> wanted) {
    return wanted.isAssignableFrom(type) || wanted == Note.class;
  }

  /** As the row's field has it. */
  @Override
  public String toString() {
    return name;
  }
}
