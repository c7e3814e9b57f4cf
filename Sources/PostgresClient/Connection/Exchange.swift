/// One unit of work on its way: what was sent, and how far the answers have come.
struct Exchange {
    /// What the server answers one after the other.
    enum Step: Hashable {
        /// A statement of the frame: BEGIN, SET LOCAL, SAVEPOINT, ROLLBACK TO, COMMIT.
        case frame
        case question(Int)
        case sync
    }

    private let steps: [Step]
    private(set) var position = 0
    private var answers: [Result<RowSet, PostgresError>?]
    /// An error of the frame: no question of this unit can be believed to have been asked rightly.
    private var frameError: PostgresError?
    /// The error with which the server ended the session.
    var lastWords: PostgresError?

    init(steps: [Step], questions: Int) {
        self.steps = steps
        answers = Array(repeating: nil, count: questions)
    }

    var isComplete: Bool { position == steps.count }
    /// How many answers are in.
    var answered: Int { answers.count { $0 != nil } }

    mutating func rows(_ rows: @autoclosure () -> RowSet) {
        guard !isComplete, case .question(let index) = steps[position], answers[index] == nil else { return }
        answers[index] = .success(rows())
    }

    mutating func failed(_ error: PostgresError) {
        guard !isComplete else { return }
        switch steps[position] {
        case .question(let index): answers[index] = .failure(error)
        case .frame: if frameError == nil { frameError = error }
        case .sync: break
        }
    }

    /// The present statement's answers have ended.
    mutating func advance() {
        guard !isComplete else { return }
        position += 1
    }

    var awaitsSync: Bool { !isComplete && steps[position] == .sync }

    /// - Throws: the frame's error, which fails the whole unit.
    func finished() throws(PostgresError) -> [Result<RowSet, PostgresError>] {
        if let frameError { throw frameError }
        return answers.map { $0 ?? .failure(PostgresError(.protocolViolation, "the server skipped this question")) }
    }
}
