public import PostgresCatalog
public import Terminal

/// The pane that describes. It follows the cursor after a rest, and remembers what it learned for a while.
public struct DescriberPane: Sendable, Hashable {
    /// The cursor's rest before the description is asked, and before the part that may block is.
    public static let descriptionRest: Duration = .milliseconds(80)
    public static let definitionsRest: Duration = .milliseconds(600)
    static let remembered = 64
    static let longestHistory = 100

    public internal(set) var subject: Subject = .nothing
    /// The tab that was chosen last; it stays chosen while relations that have it are walked through.
    var chosenTab: DescriberTab = .columns
    public var window = ScrollWindow()
    /// Columns of cells scrolled to the right, behind the frozen first column.
    public internal(set) var horizontalOffset = 0
    public internal(set) var descriptionDue: Instant?
    public internal(set) var definitionsDue: Instant?
    var descriptions: [RelationKey: Remote<RelationDescription>] = [:]
    var definitions: [RelationKey: Remote<DefinitionsFound>] = [:]
    /// The relations remembered, the one used last at the end.
    var recent: [RelationKey] = []
    /// Where links were followed from, the last one at the end.
    var history: [Visited] = []
    var rows = RowsPane()
    var madeSQL: MadeSQL?
    var madeSource: MadeSource?

    /// A place in the describer that one can go back to.
    struct Visited: Sendable, Hashable {
        var subject: RelationSubject
        var tab: DescriberTab
        var window: ScrollWindow
        var horizontalOffset: Int
    }

    public init() {}

    public var relation: RelationSubject? { subject.relation }

    /// What is known of the relation described.
    public var description: Remote<RelationDescription> { relation.flatMap { descriptions[$0.key] } ?? .notAsked }
    public var definitionsFound: Remote<DefinitionsFound> { relation.flatMap { definitions[$0.key] } ?? .notAsked }

    /// The tabs of the relation described.
    public var tabs: [DescriberTab] { relation.map { DescriberTab.tabs(of: $0.relation.kind) } ?? [] }

    /// The tab in view: the one chosen, or the first where the relation does not have it.
    public var tab: DescriberTab { tabs.contains(chosenTab) ? chosenTab : tabs.first ?? .columns }

    /// The rows of a tab; nil while the description is not there, and for tabs that are not counted.
    public func count(_ tab: DescriberTab) -> Int? { description.value.flatMap(tab.count) }

    /// Turns to another subject. - Returns: the relation that is no longer described, whose questions may be dropped.
    mutating func turn(to subject: Subject, at now: Instant) -> RelationKey? {
        guard subject != self.subject else { return nil }
        let left = relation?.key
        if left != subject.relation?.key {
            scrollHome()
            rows = RowsPane()
        }
        self.subject = subject
        descriptionDue = nil
        definitionsDue = nil
        guard let key = relation?.key else { return left }
        remember(key)
        if !(descriptions[key].map { $0.value != nil && !$0.isStale } ?? false) {
            descriptionDue = now + Self.descriptionRest
        }
        if !(definitions[key].map { $0.value != nil && $0.value?.unavailable == nil && !$0.isStale } ?? false) {
            definitionsDue = now + Self.definitionsRest
        }
        return left == key ? nil : left
    }

    /// What was learned of the relation described, without anything asked anew.
    mutating func correct(_ relation: RelationSubject) { subject = .relation(relation) }

    mutating func scrollHome() {
        window = ScrollWindow()
        horizontalOffset = 0
    }

    mutating func forgetAll() {
        descriptions = [:]
        definitions = [:]
        recent = []
        rows = RowsPane()
        subject = .nothing
        descriptionDue = nil
        definitionsDue = nil
    }

    private mutating func remember(_ key: RelationKey) {
        recent.removeAll { $0 == key }
        recent.append(key)
        while recent.count > Self.remembered {
            let oldest = recent.removeFirst()
            descriptions[oldest] = nil
            definitions[oldest] = nil
        }
    }
}
