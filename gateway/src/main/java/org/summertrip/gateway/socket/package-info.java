/**
 * {@code /ws}: what happens, as it happens.
 *
 * <p>messaging-service appends what a person is to be told to the stream {@code push:<userId>} and wakes the gateways over Redis pub/sub;
 * the id of a stream entry is the {@code seq} of its event. A connection knows how far its client is and reads on from there, so that
 * nothing is queued here per socket, a lost wake costs no event, and any replica can go on where another stopped: {@link
 * org.summertrip.gateway.socket.Connection} is the protocol, {@link org.summertrip.gateway.socket.Feed} the stream.
 *
 * <p>{@link org.summertrip.gateway.socket.Sessions} keeps in Redis what a resume needs and tells the world when sockets open and close, also
 * those of a gateway that died. Typing and presence are not kept at all.
 */
package org.summertrip.gateway.socket;
