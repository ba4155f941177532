namespace Agency.Adapter.Telemetry;

/// <summary>The spool at one reading.</summary>
/// <param name="Submissions">What the hub has not answered: one line for each thing that is waited for, also when nothing waits.</param>
/// <param name="Deliveries">What no agency has acknowledged, likewise.</param>
/// <param name="Acknowledgements">Lines that the hub has not been told.</param>
/// <param name="FreeBytes">Free on its disk.</param>
/// <param name="ReserveBytes">What has to stay free.</param>
internal sealed record SpoolReading(
    IReadOnlyList<WaitingReading> Submissions, IReadOnlyList<WaitingReading> Deliveries, long Acknowledgements, long FreeBytes, long ReserveBytes);

/// <summary>Rows that wait for one thing.</summary>
/// <param name="WaitsFor">The thing.</param>
/// <param name="Count">How many.</param>
/// <param name="Oldest">How long the oldest has waited; zero when there is none.</param>
internal sealed record WaitingReading(string WaitsFor, long Count, TimeSpan Oldest);
