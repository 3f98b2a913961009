/**
 * The real servers, on this machine, for those who have none.
 *
 * <p>{@link org.watchword.app.embedded.EmbeddedKafka} is Apache Kafka's own broker in this process;
 * {@link org.watchword.app.embedded.EmbeddedElasticsearch} is Elastic's own server in a process of its own. Both listen on loopback
 * only, on free ports, keep everything in the folder they are given, and come up again over what a killed run left there. What stops
 * a start is a {@link org.watchword.app.embedded.ServerException} whose message is one sentence for the person at the keyboard.
 *
 * <p>The broker ends with this process. Elasticsearch would not, so it is held by a {@link org.watchword.app.embedded.ChildProcess}
 * whose watchdog ends it when this process is gone, however it went.
 */
@NullMarked
package org.watchword.app.embedded;

import org.jspecify.annotations.NullMarked;
