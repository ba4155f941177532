using Agency.Adapter.AgencySystem.Rest.Packages;
using Agency.Adapter.Outgoing;
using Axis.Contracts.Checks;
using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;

namespace Agency.Adapter.AgencySystem.Clerk;

/// <summary>What a clerk is checking: a file of edXML, or a form with its files. Its files lie in the form folder until it is thrown away.</summary>
internal sealed class Draft(AgencyOptions agency, DateTimeOffset begunAt) : IDisposable
{
    public Guid Id { get; } = MassTransit.NewId.NextSequentialGuid();

    /// <summary>The agency that would send it.</summary>
    public AgencyOptions Agency => agency;

    public DateTimeOffset BegunAt => begunAt;

    /// <summary>The edXML that was dropped; <c>null</c>: a form.</summary>
    public KeptFile? Edxml { get; set; }

    /// <summary>Values of the form by the names of its fields, which are the paths of the JSON form.</summary>
    public Dictionary<string, string> Values { get; } = new(StringComparer.Ordinal);

    /// <summary>Receivers chosen.</summary>
    public List<string> To { get; } = [];

    /// <summary>Receivers that the last search has found.</summary>
    public List<string> Found { get; } = [];

    public List<KeptFile> Files { get; } = [];

    /// <summary>Why the form cannot be written as a package, or it was not taken.</summary>
    public IReadOnlyList<Finding> Faults { get; set; } = [];

    /// <summary>What the last check came to; <c>null</c> before the first and after a change.</summary>
    public CheckedDraft? Checked { get; set; }

    /// <summary>True when the last check found a state secret: it can be neither sent nor changed.</summary>
    public bool IsSecret => Checked is { } found && SecrecyChecks.IsSecret(found.Opinion.Checklist.Findings);

    /// <summary>The checker as typed.</summary>
    public string CheckerName { get; set; } = "";

    /// <inheritdoc cref="CheckerName"/>
    public string CheckerPosition { get; set; } = "";

    /// <summary>The submission, once it was sent.</summary>
    public Guid? SubmissionId { get; set; }

    /// <summary>Keeps of a state secret only where it is marked and how, its hash and its length (domain.md 3.3).</summary>
    public void Withhold()
    {
        Dispose();
        Edxml = null;
        Files.Clear();
        Values.Clear();
        To.Clear();
        Found.Clear();
        Checked = Checked! with { Opinion = Checked.Opinion with { Package = null, Checklist = OfMarkings(Checked.Opinion.Checklist) } };
    }

    public void Dispose()
    {
        foreach (var file in Files.Concat(Edxml is { } edxml ? [edxml] : []))
        {
            File.Delete(file.Path);
        }
    }

    /// <summary>What other rules find may quote what the document says.</summary>
    private static Checklist OfMarkings(Checklist list) => Checklist.Empty.With(CheckResult.Of(CheckRule.R8, SecrecyChecks.Markings(list.Findings)));
}

/// <summary>A check of a draft.</summary>
/// <param name="Opinion">What it came to.</param>
/// <param name="Sha256">Lower-case hex of the package.</param>
/// <param name="Length">Its bytes.</param>
/// <param name="At">When.</param>
internal sealed record CheckedDraft(SendingOpinion Opinion, string Sha256, long Length, DateTimeOffset At)
{
    public Package? Package => Opinion.Package;
}
