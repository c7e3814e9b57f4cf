#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A light, steady load, so that rates and ratios of the demo are not all zero: a gateway that notes readings, a reader that looks around.
///
/// Each is a psql that repeats one short statement; together about 30 transactions a second.
final class DemoLoad: Sendable {
    private let children: [ChildProcess]

    init(on cluster: ThrowawayCluster) throws {
        let reading = "SELECT avg(importe) FROM ventas.pedidos WHERE cliente_id = (SELECT 1 + (random() * 19999)::integer)"
        let loops = [
            (user: "pasarela", sql: "SELECT sensores.anotar_lectura() \\watch 0.05\n"),
            (user: DemoWorld.reader, sql: "\(reading) \\watch 0.1\n"),
        ]
        var started: [ChildProcess] = []
        let null = open("/dev/null", O_WRONLY | O_CLOEXEC)
        defer { close(null) }
        do {
            for loop in loops {
                let input = try unnamedFile(holding: loop.sql)
                defer { close(input) }
                started.append(
                    try ChildProcess(
                        cluster.programs.path("psql"), cluster.psqlArguments(database: DemoWorld.database, user: loop.user) + ["--file=-"],
                        environment: ThrowawayCluster.psqlEnvironment, input: input, output: null, error: null))
            }
        } catch {
            for child in started { child.end() }
            throw error
        }
        children = started
    }

    /// Ends both. Where the server goes first they end by themselves.
    func stop() {
        for child in children { child.send(SIGTERM) }
        for child in children { child.end() }
    }
}
