import CLibPQ

/// Where libpq puts notices instead of on stderr. Bounded: the newest are kept.
final class NoticeBox {
    static let limit = 50
    private(set) var notices: [ServerNotice] = []

    private func add(_ notice: ServerNotice) {
        if notices.count == Self.limit { notices.removeFirst() }
        notices.append(notice)
    }

    /// What libpq calls, within a call of ours on the loop's thread.
    static func receive(_ box: UnsafeMutableRawPointer?, _ result: OpaquePointer?) {
        guard let box, let result else { return }
        let field = { (code: Int32) in PQresultErrorField(result, code).map { String(cString: $0) } }
        Unmanaged<NoticeBox>.fromOpaque(box).takeUnretainedValue().add(
            ServerNotice(
                severity: field(pgdeck_diag_severity) ?? "NOTICE",
                sqlState: field(pgdeck_diag_sqlstate),
                message: field(pgdeck_diag_message_primary) ?? String(cString: PQresultErrorMessage(result)).trimmed,
                detail: field(pgdeck_diag_message_detail),
                hint: field(pgdeck_diag_message_hint)
            ))
    }
}
