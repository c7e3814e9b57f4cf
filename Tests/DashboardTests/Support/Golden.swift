import Foundation
import Terminal
import Testing

@testable import Dashboard

/// Screens kept as files: the text, and under it which role each cell is drawn in. `PGDECK_RECORD_GOLDENS=1` writes them anew; without it a
/// missing file fails.
enum Golden {
    /// Every role has a colour of its own, so that a cell tells its role.
    static let theme = Theme(
        name: "golden",
        styles: Dictionary(
            uniqueKeysWithValues: Role.allCases.enumerated().map { index, role in
                let color = Color.indexed(UInt8(index))
                return (role, isGround(role) ? Style(background: color) : Style(foreground: color))
            }))

    private static func isGround(_ role: Role) -> Bool {
        [.selection, .selectionInactive, .statusBar, .overlay, .input].contains(role)
    }

    private static let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")

    static func picture(_ surface: Surface) -> String {
        let styles = (0..<surface.size.height).map { y in
            trimmed(String(surface.row(y).map { cell in letter(of: cell.style) }))
        }
        let text = surface.lines.map(trimmed)
        let legend = Role.allCases.enumerated().map { "\(letters[$0])=\($1.rawValue)" }.joined(separator: " ")
        return (text + ["----", legend, "----"] + styles).joined(separator: "\n") + "\n"
    }

    private static func letter(of style: Style) -> Character {
        let ground: Character? = if case .indexed(let index) = style.background { letters[Int(index)] } else { nil }
        let ink: Character? = if case .indexed(let index) = style.foreground { letters[Int(index)] } else { nil }
        if ink == letters[0] || ink == nil { return ground ?? " " }
        return ink!
    }

    private static func trimmed(_ line: String) -> String { String(line.reversed().drop { $0 == " " }.reversed()) }

    static func expect(_ visit: Visit, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) {
        expect(visit.surface, name, sourceLocation: sourceLocation)
    }

    static func expect(_ surface: Surface, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) {
        let picture = picture(surface)
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Golden/\(name).txt")
        if ProcessInfo.processInfo.environment["PGDECK_RECORD_GOLDENS"] == "1" {
            try? FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            do { try picture.write(to: file, atomically: true, encoding: .utf8) } catch {
                Issue.record("cannot write \(file.path): \(error)", sourceLocation: sourceLocation)
            }
            return
        }
        guard let expected = try? String(contentsOf: file, encoding: .utf8) else {
            Issue.record("no golden screen \(name); PGDECK_RECORD_GOLDENS=1 records it", sourceLocation: sourceLocation)
            return
        }
        #expect(picture == expected, "the screen differs from Golden/\(name).txt:\n\(picture)", sourceLocation: sourceLocation)
    }
}
