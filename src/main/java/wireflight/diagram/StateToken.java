package wireflight.diagram;

/**
 * An end of a connection on the state diagram.
 *
 * @param client whether it is the client, drawn as a disc; the server is a diamond
 * @param name of its socket
 * @param address of its socket
 * @param path its way
 */
record StateToken(boolean client, String name, String address, StatePath path) {}
