namespace Axis.Hub.Flow.Deliver;

/// <summary>
/// Adapters that have rows waiting, as far as this hub knows. New deliveries for them line up behind the backlog instead of taking
/// the places that it waits for; urgent ones never line up.
/// </summary>
internal sealed class Backlogs
{
    private volatile HashSet<string> adapters = new(StringComparer.Ordinal);

    public bool Any => adapters.Count > 0;

    public bool Contains(string adapter) => adapters.Contains(adapter);

    public void Left(IEnumerable<string> waiting) => adapters = new(adapters.Concat(waiting), StringComparer.Ordinal);

    public void Show(IEnumerable<string> waiting) => adapters = new(waiting, StringComparer.Ordinal);
}
