import DemoCluster
import PostgresClient
import TestSupport
import Testing

/// Gives a suite a server of its own, which is removed when the suite has ended.
struct OwnServer: SuiteTrait, TestScoping {
    @TaskLocal private static var running: ThrowawayCluster?

    static var current: ThrowawayCluster {
        get throws { try #require(running, "the suite has no trait that starts a server") }
    }

    let options: @Sendable (inout ClusterOptions) -> Void
    let prepare: @Sendable (ThrowawayCluster) throws -> Void

    func provideScope(for test: Test, testCase: Test.Case?, performing body: @Sendable () async throws -> Void) async throws {
        let cluster = try ThrowawayCluster(TestServer.options(options))
        defer { cluster.remove() }
        try prepare(cluster)
        try await Self.$running.withValue(cluster) { try await body() }
    }
}

extension Trait where Self == OwnServer {
    /// - Parameter prepare: what is done once, before the first test.
    static func ownServer(
        _ options: @escaping @Sendable (inout ClusterOptions) -> Void = { _ in },
        prepare: @escaping @Sendable (ThrowawayCluster) throws -> Void = { _ in }
    ) -> OwnServer {
        OwnServer(options: options, prepare: prepare)
    }
}
