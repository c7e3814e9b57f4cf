internal import PostgresClient
internal import PostgresMonitor
internal import Terminal

// The row under the cursor, opened.
extension DashboardState {
    /// Enter: all of the row, as it is now; what is read does not change under the eyes. The rest of a statement that was cut is asked for.
    mutating func openMonitorRow() -> [Effect] {
        guard let row = monitorRow else { return [] }
        let text = row.readerText(width: monitorReaderWidth)
        guard replayed == nil, case .statement(_, let whole?) = row.body, let database = snapshot.value?.facts.last?.value.database else {
            layers.append(.reader(ReaderOverlay(row.title, text, at: now)))
            if replayed != nil, case .statement(_, _?) = row.body {
                message = .init("this is a recording: the rest of the statement is not in it", role: .warning)
            }
            return []
        }
        let question = Question.wholeStatement(database: database, whole)
        var reader = ReaderOverlay(row.title, asking: question, at: now)
        reader.take(text, at: now)
        layers.append(.reader(reader))
        monitor.opened = row
        return ask(question)
    }

    /// The whole of a statement has come, nil where it has gone meanwhile: then its beginning stays.
    mutating func take(wholeStatement text: String?, to question: Question) {
        guard let text, let row = monitor.opened else {
            message = .init("the whole statement is not to be had any more: this is its beginning", role: .warning)
            return
        }
        let whole = row.withWhole(text).readerText(width: monitorReaderWidth)
        changeReaders(of: question) { [now] in $0.take(whole, at: now) }
    }

    private var monitorReaderWidth: Int { max(20, min(120, size.width - 8)) }
}
