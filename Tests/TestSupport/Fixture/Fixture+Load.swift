public import DemoCluster
import Foundation

extension Fixture {
    /// Runs the files of a part in a database, each statement on its own; the first that fails throws.
    public static func load(_ part: Part, into database: String, on cluster: ThrowawayCluster) throws {
        try requireKnownFiles(part)
        let preamble = try preamble(on: cluster)
        for file in part.files {
            do {
                try cluster.runSQL(preamble + read(file, of: part), database: database)
            } catch {
                throw FixtureError("\(part.rawValue)/\(file).sql on PostgreSQL \(try cluster.majorVersion): \(error)")
            }
        }
    }

    /// All files of a part as one script for the server's psql.
    static func text(of part: Part, on cluster: ThrowawayCluster) throws -> String {
        try requireKnownFiles(part)
        return try preamble(on: cluster) + part.files.map { try read($0, of: part) }.joined(separator: "\n")
    }

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "SQL")

    private static func read(_ file: String, of part: Part) throws -> String {
        try String(contentsOf: folder.appending(path: "\(part.rawValue)/\(file).sql"), encoding: .utf8)
    }

    private static func requireKnownFiles(_ part: Part) throws {
        let found = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: part.rawValue).path())
        let known = Set(part.files.map { "\($0).sql" })
        guard Set(found) == known else {
            throw FixtureError("the files of \(part.rawValue) and their list differ: \(Set(found).symmetricDifference(known).sorted())")
        }
    }

    /// The psql variables that the files ask: `since14` to `since18`, and a folder for tablespaces.
    private static func preamble(on cluster: ThrowawayCluster) throws -> String {
        let versions = (14...18).map { ":SERVER_VERSION_NUM >= \($0)0000 AS since\($0)" }.joined(separator: ", ")
        return "\\set folder '\(try tablespaceFolder(on: cluster))'\nSELECT \(versions) \\gset\n"
    }

    /// Goes with the cluster. Its two folders belong to the server's user, as CREATE TABLESPACE wants it.
    private static func tablespaceFolder(on cluster: ThrowawayCluster) throws -> String {
        let folder = "\(cluster.path)/tablespaces"
        let owner = try FileManager.default.attributesOfItem(atPath: cluster.socketDirectory)
        for path in [folder, "\(folder)/1", "\(folder)/2"] where !FileManager.default.fileExists(atPath: path) {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
            try FileManager.default.setAttributes(
                [.ownerAccountID: owner[.ownerAccountID] ?? 0, .groupOwnerAccountID: owner[.groupOwnerAccountID] ?? 0], ofItemAtPath: path)
        }
        return folder
    }
}
