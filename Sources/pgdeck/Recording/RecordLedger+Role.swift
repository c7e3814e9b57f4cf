internal import PostgresMonitor
internal import Terminal

extension RecordLedger.Notice {
    /// How the message line draws it.
    var role: Role {
        switch self {
        case .waiting: .warning
        case .losing: .bad
        case .over(let lost): lost == 0 ? .good : .warning
        }
    }
}
