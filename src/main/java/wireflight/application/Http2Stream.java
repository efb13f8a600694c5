package wireflight.application;

/** What is remembered of an open HTTP/2 stream: its request, and who reads its bodies. */
final class Http2Stream {
  private final int id;
  private String path = "";
  private String status = "";
  private int requestRow = -1;
  private boolean graphQl;
  private boolean requestSeen;
  private boolean responseSeen;
  private boolean clientEnded;
  private boolean serverEnded;
  private BodyReader clientBody = BodyReader.PLAIN;
  private BodyReader serverBody = BodyReader.PLAIN;

  Http2Stream(int id) {
    this.id = id;
  }

  int id() {
    return id;
  }

  String path() {
    return path;
  }

  String status() {
    return status;
  }

  int requestRow() {
    return requestRow;
  }

  boolean isGraphQl() {
    return graphQl;
  }

  void markGraphQl() {
    graphQl = true;
  }

  /** Its request header has come. */
  void request(String itsPath, int row) {
    path = itsPath;
    requestRow = row;
    requestSeen = true;
  }

  /** Its final response header has come. */
  void response(String itsStatus) {
    status = itsStatus;
    responseSeen = true;
  }

  /** Whether a header from this side comes after its body. */
  boolean headerSeen(boolean fromClient) {
    return fromClient ? requestSeen : responseSeen;
  }

  BodyReader body(boolean fromClient) {
    return fromClient ? clientBody : serverBody;
  }

  void readBody(boolean fromClient, BodyReader reader) {
    if (fromClient) {
      clientBody = reader;
    } else {
      serverBody = reader;
    }
  }

  /** One side has sent all; says whether both have. */
  boolean end(boolean fromClient) {
    body(fromClient).end("");
    clientEnded |= fromClient;
    serverEnded |= !fromClient;
    return clientEnded && serverEnded;
  }

  /** Nothing more will come on it. */
  void cut(String why) {
    clientBody.end(why);
    serverBody.end(why);
  }
}
