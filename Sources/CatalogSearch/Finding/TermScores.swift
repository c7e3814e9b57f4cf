/// How well one term matches each name of a pool, as far as it has been looked at. Zero is no match.
struct TermScores: Sendable {
    let term: FuzzyTerm
    private(set) var scores: [Int16] = []
    /// Names looked at.
    private(set) var done = 0
    /// Names below this one need a look only where a shorter term matched: their score is not zero.
    private var narrowed = 0

    init(_ term: FuzzyTerm) { self.term = term }

    /// Goes on from what a shorter term found.
    init(_ term: FuzzyTerm, narrowing wider: consuming TermScores) {
        self.term = term
        narrowed = wider.done
        scores = wider.scores
    }

    /// Looks at names up to `end`.
    mutating func advance(over names: NamePool, to end: Int) {
        if scores.count < end { scores.append(contentsOf: repeatElement(0, count: end - scores.count)) }
        for name in done..<end {
            if name < narrowed, scores[name] == 0 { continue }
            let letters = names.letters[name]
            guard letters.contains(term.letters) else {
                scores[name] = 0
                continue
            }
            scores[name] = names.withBytes(of: NameID(name)) { Alignment.score(term, $0, isASCII: letters.isASCII) }
        }
        done = max(done, end)
    }
}
