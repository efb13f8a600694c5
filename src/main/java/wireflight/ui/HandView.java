package wireflight.ui;

import java.util.List;
import wireflight.lab.Offer;
import wireflight.lab.SandboxSocket;

/**
 * What a person who makes the calls sees of them at one moment.
 *
 * @param live whether calls can be made
 * @param sockets each with what can be called on it
 * @param server the lines that make a socket on the server's side
 * @param client the lines that make one on the client's side
 * @param proposal the lesson's next line; empty where there is none
 * @param calls how many lines were made
 * @param wire whether sockets are made on the two devices of the wire
 * @param placed whether it is settled by what was done whether that is so
 * @param remark why the latest line could not be made, or what the lab says of it; else empty
 */
record HandView(
    boolean live,
    List<Bench> sockets,
    List<Offer> server,
    List<Offer> client,
    String proposal,
    int calls,
    boolean wire,
    boolean placed,
    String remark) {
  /** A socket and the calls that can be made on it now. */
  record Bench(SandboxSocket socket, List<Offer> offers) {}
}
