import Foundation
import PostgresClient
import Testing

@testable import PostgresMonitor

@Suite("The registry of probes")
struct ProbeRegistryTests {
    @Test("has a line for each file of the folder, and no other")
    func folder() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources/PostgresMonitor/Probes")
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path).compactMap { path in
            path.split(separator: "/").last.flatMap { $0.hasSuffix(".swift") ? String($0.dropLast(6)) : nil }
        }
        #expect(Set(files) == Set(ProbeRegistry.all.map { "\($0)" }))
        #expect(ProbeRegistry.all.count == files.count)
    }

    @Test("no two probes share a name, and names are words of JSON")
    func names() {
        let names = ProbeRegistry.all.map { $0.name.rawValue }
        #expect(Set(names).count == names.count)
        #expect(names.allSatisfy { $0.allSatisfy { ("a"..."z").contains($0) || $0 == "_" } })
    }

    @Test("no probe holds up the others for more than three seconds")
    func deadlines() {
        #expect(ProbeRegistry.all.allSatisfy { $0.deadline <= .seconds(3) && $0.lockWait <= .milliseconds(200) })
    }
}

extension ProbeRegistry {
    /// What is always asked.
    static var bar: [any Probe.Type] { all.filter { $0.topics.contains(.bar) } }
}
