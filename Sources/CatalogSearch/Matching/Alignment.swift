/// How well a term lies in a name, in the manner of fzf: each letter counts, more so at the start of a word or of a run of letters; gaps
/// cost. A name that begins with the term, or is it, gets more still.
enum Alignment {
    private static let letter = 16
    private static let nameStart = 10
    private static let wordStart = 8
    private static let camelCase = 7
    private static let run = 8
    private static let digits = 5
    private static let gapStart = 3
    private static let gapExtension = 1
    private static let prefix = 40
    private static let whole = 120
    /// Longer names are measured up to here; those of a server as it is built by default have 63 bytes.
    private static let longest = 256

    /// - Returns: zero where the name does not have the term's letters in their order, else more than zero.
    static func score(_ term: FuzzyTerm, _ name: UnsafeBufferPointer<UInt8>, isASCII: Bool) -> Int16 {
        var positions: [Int]?
        return align(term, name, isASCII: isASCII, &positions)
    }

    /// The places, in Unicode scalars, that the term takes in the name; nil where it does not match.
    static func positions(of term: FuzzyTerm, in name: UnsafeBufferPointer<UInt8>, isASCII: Bool) -> [Int]? {
        var positions: [Int]? = []
        return align(term, name, isASCII: isASCII, &positions) > 0 ? positions : nil
    }

    private static func align(
        _ term: FuzzyTerm, _ name: UnsafeBufferPointer<UInt8>, isASCII: Bool, _ positions: inout [Int]?
    ) -> Int16 {
        if isASCII {
            return align(term, UnsafeBufferPointer(rebasing: name.prefix(longest)), positions: &positions) {
                term.isExact ? UInt32($0) : UInt32(lowered($0))
            }
        }
        let text = String(decoding: name, as: UTF8.self)
        let units = Array((term.isExact ? text.unicodeScalars.map(\.value) : FoldedScalars(text).units).prefix(longest))
        return units.withUnsafeBufferPointer { align(term, $0, positions: &positions) { $0 } }
    }

    /// The best of all alignments, by a table of one row a letter: the best score that ends with this letter at this place.
    @inline(__always)
    private static func align<Unit: FixedWidthInteger>(
        _ term: FuzzyTerm, _ name: UnsafeBufferPointer<Unit>, positions: inout [Int]?, fold: (Unit) -> UInt32
    ) -> Int16 {
        term.units.withUnsafeBufferPointer { letters in
            guard let first = firstPlace(letters, name, fold) else { return 0 }
            let width = name.count
            return withUnsafeTemporaryAllocation(of: Int16.self, capacity: letters.count * width) { table in
                for (row, letter) in letters.enumerated() {
                    // The best score of the row above with a gap up to here; zero where there is none.
                    var gap = 0
                    for place in first..<width {
                        let above = (row - 1) * width + place
                        if row > 0, place >= first + 2 {
                            let fresh = Int(table[above - 2])
                            gap = max(gap > 0 ? max(1, gap - gapExtension) : 0, fresh > 0 ? max(1, fresh - gapStart) : 0)
                        }
                        var best = 0
                        if fold(name[place]) == letter {
                            let bonus = bonus(at: place, of: name)
                            if row == 0 {
                                best = Self.letter + 2 * bonus + 8 - min(place, 8)
                            } else {
                                let joined = place > first ? Int(table[above - 1]) : 0
                                let reached = max(joined > 0 ? joined + max(bonus, run) : 0, gap > 0 ? gap + bonus : 0)
                                best = reached > 0 ? reached + Self.letter : 0
                            }
                        }
                        table[row * width + place] = Int16(clamping: best)
                    }
                }
                let lastRow = (letters.count - 1) * width
                guard let end = (first..<width).max(by: { table[lastRow + $0] < table[lastRow + $1] }), table[lastRow + end] > 0
                else { return 0 }
                let begins = width >= letters.count && letters.indices.allSatisfy { fold(name[$0]) == letters[$0] }
                let bonus = begins ? (letters.count == width ? whole : prefix) : 0
                if positions != nil {
                    positions = begins ? Array(letters.indices) : trace(table, width, rows: letters.count, first: first, end: end)
                }
                return Int16(clamping: Int(table[lastRow + end]) + bonus)
            }
        }
    }

    /// The first letter's first place, where all letters follow each other from there on.
    @inline(__always)
    private static func firstPlace<Unit>(
        _ letters: UnsafeBufferPointer<UInt32>, _ name: UnsafeBufferPointer<Unit>, _ fold: (Unit) -> UInt32
    ) -> Int? {
        var row = 0
        var first: Int?
        for place in name.indices where fold(name[place]) == letters[row] {
            if first == nil { first = place }
            row += 1
            if row == letters.count { return first }
        }
        return nil
    }

    @inline(__always)
    private static func bonus<Unit: FixedWidthInteger>(at place: Int, of name: UnsafeBufferPointer<Unit>) -> Int {
        guard place > 0 else { return nameStart }
        let before = name[place - 1]
        let here = name[place]
        if isSeparator(before) { return isSeparator(here) ? 0 : wordStart }
        if isDigit(here) != isDigit(before) { return isDigit(here) ? digits : 0 }
        return isUpper(here) && !isUpper(before) ? camelCase : 0
    }

    private static func isDigit<Unit: FixedWidthInteger>(_ unit: Unit) -> Bool { unit >= 0x30 && unit <= 0x39 }
    private static func isUpper<Unit: FixedWidthInteger>(_ unit: Unit) -> Bool { unit >= 0x41 && unit <= 0x5A }

    /// ASCII that is neither letter nor digit: `_`, `.`, `-`, a space.
    private static func isSeparator<Unit: FixedWidthInteger>(_ unit: Unit) -> Bool {
        unit < 0x7F && !isDigit(unit) && !isUpper(unit) && !(unit >= 0x61 && unit <= 0x7A)
    }

    /// The way back through the table: for each letter the place before that its score came from.
    private static func trace(_ table: UnsafeMutableBufferPointer<Int16>, _ width: Int, rows: Int, first: Int, end: Int) -> [Int] {
        var places = [end]
        var row = rows - 1
        while row > 0, let place = places.last {
            row -= 1
            let candidates = (first..<place).filter { table[row * width + $0] > 0 }
            func worth(_ from: Int) -> Int {
                let score = Int(table[row * width + from])
                let distance = place - from - 1
                return distance == 0 ? score + run : score - gapStart - (distance - 1) * gapExtension
            }
            guard let from = candidates.max(by: { worth($0) < worth($1) }) else { break }
            places.append(from)
        }
        return places.reversed()
    }
}
