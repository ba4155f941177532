using System.Diagnostics;
using System.Globalization;
using Axis.Benchmarks.Measuring;

namespace Axis.Benchmarks.Relays;

/// <summary>A relay's hub and receivers, a process each.</summary>
internal sealed class RelayProcesses : IAsyncDisposable
{
    private readonly List<(string Role, Child Child)> children = [];

    public IReadOnlyList<(string Role, Process Process)> Processes => [.. children.Select(entry => (entry.Role, entry.Child.Process))];

    public static async Task<RelayProcesses> StartAsync(string relay, Uri broker, int fanOut)
    {
        var others = new RelayProcesses();
        others.children.Add((Roles.Hub, await Child.StartAsync("hub", relay, broker.ToString(), Text(fanOut))));
        for (var receiver = 0; receiver < fanOut; receiver++)
        {
            others.children.Add((Roles.Receivers, await Child.StartAsync("receiver", relay, broker.ToString(), Text(receiver))));
        }

        return others;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, child) in children)
        {
            await child.DisposeAsync();
        }
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
