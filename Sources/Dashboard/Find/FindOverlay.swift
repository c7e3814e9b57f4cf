internal import CatalogSearch
public import Terminal

/// The overlay that finds anything: what is typed, what is looked for, and where the cursor is. What was read of the catalog lies in ``Find``.
public struct FindOverlay: Sendable, Hashable {
    public var field = TextField()
    public internal(set) var scope: Scope = .all
    public internal(set) var window = ScrollWindow()

    public enum Scope: Int, Sendable, Hashable, CaseIterable {
        case all, relations, columns, functions

        public var title: String {
            switch self {
            case .all: "All"
            case .relations: "Relations"
            case .columns: "Columns"
            case .functions: "Functions"
            }
        }
    }

    public init() {}
}

extension FindOverlay.Scope {
    func next(by step: Int) -> Self {
        Self(rawValue: (rawValue + step + Self.allCases.count) % Self.allCases.count)!
    }

    var searched: CatalogFinder.Scope {
        switch self {
        case .all: .all
        case .relations: .relations
        case .columns: .columns
        case .functions: .functions
        }
    }
}
