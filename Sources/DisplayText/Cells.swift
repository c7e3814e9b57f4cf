extension DisplayText {
    /// The cells of a text: each a base scalar with its combining marks, and the one or two columns it takes.
    ///
    /// This is a cell as ncurses has it, not a grapheme: an emoji family is several. Nothing undrawable comes out: a scalar without a width
    /// is a `?`, marks beyond ncurses's four, marks without a base and invisible scalars are left out. Text that passed
    /// ``DisplayText/visible(_:)`` loses nothing but presentation selectors, which some terminals would widen the character for.
    public struct Cells: Sequence, IteratorProtocol {
        private var scalars: String.UnicodeScalarView.Iterator
        private var pending: (scalar: Unicode.Scalar, width: Int)?

        init(_ text: String) { scalars = text.unicodeScalars.makeIterator() }

        public mutating func next() -> (text: CellText, width: Int)? {
            guard var base = pending ?? take() else { return nil }
            pending = nil
            while base.width == 0 {
                guard let following = take() else { return nil }
                base = following
            }
            var text = CellText(base.width < 0 ? "?" : base.scalar)
            var count = 1
            while let following = take() {
                guard following.width == 0 else {
                    pending = following
                    break
                }
                guard count < CellText.capacity, !following.scalar.properties.isDefaultIgnorableCodePoint else { continue }
                text.add(following.scalar, at: count)
                count += 1
            }
            return (text, Swift.max(1, base.width))
        }

        private mutating func take() -> (scalar: Unicode.Scalar, width: Int)? {
            scalars.next().map { ($0, $0.terminalWidth) }
        }
    }
}
