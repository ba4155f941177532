using Axis.Hub.Agencies;
using Axis.Simulator.Clerks;

namespace Axis.Simulator.Nation;

/// <summary>Who lives in the nation and behind which adapter.</summary>
internal sealed record NationPlan(IReadOnlyList<AdapterPlan> Adapters)
{
    // The Government Office first, then central bodies and provinces in turn: a small nation is mixed too.
    private const string First = "G22";

    /// <summary>So many agencies of level 1 from the directory, each with an adapter of its own.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than two, or more than the directory has at level 1.</exception>
    public static NationPlan Of(int agencies)
    {
        var level1 = AgencyFile.ReadSeed().Where(line => line.ParentCode.Length == 0).ToList();
        ArgumentOutOfRangeException.ThrowIfLessThan(agencies, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(agencies, level1.Count);
        var central = new Queue<AgencyLine>(level1.Where(line => line.Kind != "province").OrderByDescending(line => line.Code == First));
        var provinces = new Queue<AgencyLine>(level1.Where(line => line.Kind == "province"));
        var chosen = new List<AgencyLine>();
        while (chosen.Count < agencies)
        {
            var next = (chosen.Count % 2 == 0 && central.Count > 0) || provinces.Count == 0 ? central : provinces;
            chosen.Add(next.Dequeue());
        }

        return new([.. chosen.Select(line => new AdapterPlan(line.Code, [new AgencyPlan(new Addressee(line.Code, line.NameVi))]))]);
    }
}

/// <summary>An adapter and the agencies that connect through it.</summary>
internal sealed record AdapterPlan(string Code, IReadOnlyList<AgencyPlan> Agencies)
{
    /// <summary>False leaves it stopped when the nation starts.</summary>
    public bool Starts { get; init; } = true;
}

/// <summary>An agency.</summary>
/// <param name="Parent">Code of the agency above it, or null at level 1.</param>
/// <param name="OwnConnection">False: it has no connection of its own and is served by its nearest ancestor's adapter.</param>
internal sealed record AgencyPlan(Addressee Addressee, string? Parent = null, bool OwnConnection = true)
{
    /// <summary>True: what arrives is put into its folder, and it sends through its outbox.</summary>
    public bool HasFolder { get; init; }
}
