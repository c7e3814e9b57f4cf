/// What a dashboard knows of the fleet that it is one of.
struct FleetPlace: Sendable, Hashable {
    /// What its server is called among them.
    var name: String
    /// Its panes are on the screen. Behind the others it watches the bar and what alerts need, and asks nothing else.
    var isInView = false
    /// The keys go to its panes, and not to the lines of servers.
    var hasKeys = true
    /// The link came while nobody looked, or was asked when one turned away: what its panes show is asked when they come into view.
    var owesQuestions = false
}
