import Foundation

private final class Anchor {}

/// The path of a program built beside the running tests: `.build/.../debug/pgdeck` for the tests of the same folder.
public func builtBinary(_ name: String = "pgdeck") throws -> String {
    // The bundle that holds this code: the tests' own on macOS (where the process is a runner from elsewhere), the build folder on Linux.
    var folder = Bundle(for: Anchor.self).bundleURL
    for _ in 0..<6 {
        let binary = folder.appending(path: name).path(percentEncoded: false)
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: binary, isDirectory: &isFolder), !isFolder.boolValue,
            FileManager.default.isExecutableFile(atPath: binary)
        {
            return binary
        }
        folder.deleteLastPathComponent()
    }
    throw TerminalSession.Failure(description: "\(name) is not built beside the tests. Build it: swift build")
}
