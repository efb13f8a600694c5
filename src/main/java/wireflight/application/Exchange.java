package wireflight.application;

/** A request that waits for its response. */
final class Exchange {
  private final String method;
  private final int row;
  private final boolean changesProtocol;
  private boolean graphQl;
  private boolean answered;

  /**
   * A request seen.
   *
   * @param method its method
   * @param row its first row
   * @param changesProtocol whether what follows it depends on the response
   */
  Exchange(String method, int row, boolean changesProtocol) {
    this.method = method;
    this.row = row;
    this.changesProtocol = changesProtocol;
  }

  String method() {
    return method;
  }

  int row() {
    return row;
  }

  boolean changesProtocol() {
    return changesProtocol;
  }

  boolean isGraphQl() {
    return graphQl;
  }

  void markGraphQl() {
    graphQl = true;
  }

  boolean isAnswered() {
    return answered;
  }

  void markAnswered() {
    answered = true;
  }
}
