/// A password or passphrase. Whatever prints, dumps, encodes or interpolates it gets `****`.
///
/// The text leaves only through ``reveal()``, which is called where libpq is handed its parameters and nowhere else.
public struct Secret: Sendable, Hashable {
    private let text: String

    public init(_ text: String) { self.text = text }

    /// The secret itself, for the one hand that must pass it on.
    public func reveal() -> String { text }

    public var isEmpty: Bool { text.isEmpty }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "****" }
    public var debugDescription: String { "****" }
    public var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}
