/**
 * A real Kafka broker in one process without Docker: the jars of Maven Central, one KRaft node, data in one folder. Start with
 * {@link org.xinju.broker.BrokerMain}; what the node is set to stands in {@code broker.properties}.
 */
@NullMarked
package org.xinju.broker;

import org.jspecify.annotations.NullMarked;
