/// The panes that can have the focus, in the order of the tab key.
public enum PaneID: Sendable, Hashable, CaseIterable {
    case databases, tree, describer
}
