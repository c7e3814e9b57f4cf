/// The units of work on their way: what was sent in one flush, and how far the answers have come.
struct Exchange {
    /// What the server answers one after the other.
    enum Step: Hashable {
        /// A statement of a unit's frame: BEGIN, SET LOCAL, SAVEPOINT, ROLLBACK TO, COMMIT.
        case frame
        case question(Int)
        case sync
        /// Nothing is awaited here: the unit's answers are all in.
        case end
    }

    private struct Unit {
        var answers: [Result<RowSet, PostgresError>?]
        let failsTogether: Bool
        /// An error of the frame, or of a unit that fails together: no question of this unit can be believed to have been asked rightly.
        var frameError: PostgresError?

        var outcome: UnitOfWork.Outcome {
            if let frameError { return .failure(frameError) }
            return .success(answers.map { $0 ?? .failure(PostgresError(.protocolViolation, "the server skipped this question")) })
        }
    }

    private let steps: [Step]
    private(set) var position = 0
    private var units: [Unit]
    /// How many units are complete; the one of this number is under way.
    private(set) var completed = 0
    /// The error with which the server ended the session.
    var lastWords: PostgresError?

    /// - Parameters:
    ///   - steps: unit by unit, each closed by `.end`.
    ///   - units: what was sent.
    init(steps: [Step], units: [UnitOfWork]) {
        self.steps = steps
        self.units = units.map { Unit(answers: Array(repeating: nil, count: $0.statements.count), failsTogether: $0.failsTogether) }
    }

    var isComplete: Bool { position == steps.count }
    /// How many answers are in.
    var answered: Int { units.reduce(0) { $0 + $1.answers.count { $0 != nil } } }

    mutating func rows(_ rows: @autoclosure () -> RowSet) {
        guard !isComplete, case .question(let index) = steps[position], units[completed].answers[index] == nil else { return }
        units[completed].answers[index] = .success(rows())
    }

    mutating func failed(_ error: PostgresError) {
        guard !isComplete else { return }
        switch steps[position] {
        case .question(let index) where !units[completed].failsTogether: units[completed].answers[index] = .failure(error)
        case .question, .frame: if units[completed].frameError == nil { units[completed].frameError = error }
        case .sync, .end: break
        }
    }

    /// The present statement's answers have ended.
    mutating func advance() {
        guard !isComplete else { return }
        position += 1
        while !isComplete, steps[position] == .end {
            position += 1
            completed += 1
        }
    }

    var awaitsSync: Bool { !isComplete && steps[position] == .sync }

    /// What a complete unit was answered.
    func outcome(ofUnit index: Int) -> UnitOfWork.Outcome { units[index].outcome }
}
