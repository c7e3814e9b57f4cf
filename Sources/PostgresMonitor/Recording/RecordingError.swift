/// Why a recording cannot be written or read.
public enum RecordingError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The system's own words.
    case system(path: String, doing: String, reason: String)
    /// There is something else in the file.
    case noRecording(path: String)
    case empty(path: String)
    /// A later version of pgdeck recorded it.
    case laterFormat(path: String)
    /// Another process writes to it.
    case inUse(path: String)

    public var description: String {
        switch self {
        case .system(let path, let doing, let reason): "cannot \(doing) \(path): \(reason)"
        case .noRecording(let path): "\(path) is no recording of pgdeck's"
        case .empty(let path): "\(path) holds no recorded moment"
        case .laterFormat(let path): "\(path) was recorded by a later pgdeck, in a format that this one does not know"
        case .inUse(let path): "another pgdeck records to \(path)"
        }
    }
}
