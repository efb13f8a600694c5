package wireflight.timeline;

import wireflight.connection.Transport;

/**
 * The life of one socket, drawn as one vertical line: 127.0.0.1 talking to 127.0.0.1 has two.
 *
 * @param index its place in {@link Timeline#lifelines()}, left to right
 * @param name the actor's name, or the role ({@code client}, {@code server}) where no call names it
 * @param address IP address and port as {@code ss} prints them; empty while unknown
 * @param service the IANA name of the port where it has one ({@code http}); else empty
 * @param device the machine it lives on; empty where unknown
 * @param process its process identifier; 0 where unknown
 * @param transport of the socket
 */
public record Lifeline(
    int index,
    String name,
    String address,
    String service,
    String device,
    int process,
    Transport transport) {}
