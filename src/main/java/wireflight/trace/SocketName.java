package wireflight.trace;

/**
 * Which socket a row speaks of.
 *
 * @param device the machine or network namespace it lives on ({@code this machine}, {@code Device
 *     1})
 * @param process the process identifier of its owner; 0 where unknown
 * @param actor the name a lesson or a person gave it ({@code client}, {@code server}, {@code peer})
 * @param transport {@code tcp}, {@code udp} or {@code sctp}
 * @param local its own address as {@code ss} prints it ({@code 127.0.0.1:8080}, {@code [::1]:80});
 *     empty while it has none
 * @param foreign the other end's address, printed likewise; empty while there is none
 */
public record SocketName(
    String device, int process, String actor, String transport, String local, String foreign) {}
