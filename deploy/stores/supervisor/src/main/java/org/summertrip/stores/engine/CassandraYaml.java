package org.summertrip.stores.engine;

/** The node's configuration: alone, on the loopback, everything small. */
final class CassandraYaml {

    private static final String TEMPLATE = """
            cluster_name: summertrip
            num_tokens: 1
            partitioner: org.apache.cassandra.dht.Murmur3Partitioner
            endpoint_snitch: SimpleSnitch
            storage_compatibility_mode: NONE

            authenticator: PasswordAuthenticator
            authorizer: CassandraAuthorizer
            role_manager: CassandraRoleManager
            # the first start is over when the password that it replaces is forgotten
            credentials_validity: 100ms

            listen_address: 127.0.0.1
            rpc_address: 127.0.0.1
            native_transport_port: %d
            # nodes would talk to each other here; there is one, so any free port will do
            storage_port: 0
            seed_provider:
              - class_name: org.apache.cassandra.locator.SimpleSeedProvider
                parameters:
                  - seeds: "127.0.0.1"

            # "periodic" loses ten seconds of acknowledged writes with the process; a cluster has replicas for that
            commitlog_sync: batch
            commitlog_segment_size: 8MiB
            commitlog_total_space: 64MiB
            memtable_heap_space: 64MiB
            memtable_offheap_space: 64MiB
            key_cache_size: 8MiB
            counter_cache_size: 0MiB
            networking_cache_size: 16MiB
            prepared_statements_cache_size: 8MiB
            file_cache_size: 32MiB
            native_transport_max_threads: 32
            concurrent_compactors: 1
            concurrent_reads: 16
            concurrent_writes: 16
            concurrent_counter_writes: 2
            hinted_handoff_enabled: false
            auto_snapshot: %s
            """;

    private CassandraYaml() {}

    static String of(Site site) {
        return TEMPLATE.formatted(site.port(), !site.fast());
    }
}
