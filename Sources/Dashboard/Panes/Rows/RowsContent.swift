internal import Terminal

/// The content of the describer's Rows tab.
func rowsContent(_ facts: Described, _ state: DashboardState) -> TabContent {
    .text(ReaderText([StyledText("nothing was read yet", .muted)]))
}
