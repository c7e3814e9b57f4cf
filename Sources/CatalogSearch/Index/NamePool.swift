/// A name's number within its pool.
typealias NameID = UInt32

/// Names, each once, in one buffer. A database repeats most of them: 640,000 columns called `id`, `name` and `created_at` cost four bytes each.
struct NamePool: Sendable {
    private var bytes: [UInt8] = []
    /// Where each name begins, and at the end where the next one will.
    private var starts: [UInt32] = [0]
    /// Which letters each name has; see ``LetterSet``.
    private(set) var letters: [LetterSet] = []
    /// Open addressing: zero is free, else a name's number plus one. Empty while nothing is added.
    private var slots: [UInt32] = []

    var count: Int { letters.count }

    /// The name's number, a new one where it was not there.
    mutating func intern(_ name: String) -> NameID {
        var name = name
        return name.withUTF8 { intern($0) }
    }

    /// Gives back what only adding needs; the next ``intern(_:)`` builds it anew.
    mutating func seal() { slots = [] }

    /// The bytes of a name, valid within the closure.
    func withBytes<Result>(of name: NameID, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range(of: name)])) }
    }

    /// The name's length in bytes.
    func length(of name: NameID) -> Int { Int(starts[Int(name) + 1] - starts[Int(name)]) }

    func text(of name: NameID) -> String { withBytes(of: name) { String(decoding: $0, as: UTF8.self) } }

    /// Whether one name comes before another, byte by byte.
    func precedes(_ left: NameID, _ right: NameID) -> Bool {
        left != right && withBytes(of: left) { left in withBytes(of: right) { left.lexicographicallyPrecedes($0) } }
    }

    private func range(of name: NameID) -> Range<Int> { Int(starts[Int(name)])..<Int(starts[Int(name) + 1]) }

    private mutating func intern(_ name: UnsafeBufferPointer<UInt8>) -> NameID {
        if slots.count < 2 * (count + 1) { rehash() }
        var slot = Self.hash(name) & (slots.count - 1)
        while slots[slot] != 0 {
            let known = slots[slot] - 1
            if withBytes(of: known, { $0.elementsEqual(name) }) { return known }
            slot = (slot + 1) & (slots.count - 1)
        }
        bytes.append(contentsOf: name)
        starts.append(UInt32(bytes.count))
        letters.append(LetterSet(utf8: name))
        slots[slot] = UInt32(count)
        return UInt32(count - 1)
    }

    private mutating func rehash() {
        var size = 1024
        while size < 4 * (count + 1) { size *= 2 }
        slots = [UInt32](repeating: 0, count: size)
        for name in 0..<UInt32(count) {
            var slot = withBytes(of: name, Self.hash) & (size - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = name + 1
        }
    }

    /// FNV-1a.
    private static func hash(_ name: UnsafeBufferPointer<UInt8>) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in name { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return Int(truncatingIfNeeded: hash ^ (hash >> 32))
    }
}
