using Axis.Contracts.Checks;
using Axis.Contracts.Errors;

namespace Agency.Adapter.AgencySystem.Clerk;

/// <summary>An agency on the page. Public because Razor pages are.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name, or empty where the directory does not know it.</param>
public sealed record ShownAgency(string Code, string Name);

/// <summary>A file on the page.</summary>
/// <param name="Name">Name.</param>
/// <param name="Length">Bytes.</param>
public sealed record ShownFile(string Name, long Length);

/// <summary>The first page.</summary>
/// <param name="Token">The session's token for forms.</param>
/// <param name="Agencies">Agencies of the key.</param>
/// <param name="Drafts">What is being checked, newest first.</param>
public sealed record StartModel(string Token, IReadOnlyList<ShownAgency> Agencies, IReadOnlyList<ShownDraft> Drafts);

/// <summary>A draft in the list of the first page.</summary>
/// <param name="Address">Where it goes on.</param>
/// <param name="Title">Printed code and subject, or the name of its file.</param>
/// <param name="BegunAt">When it was begun.</param>
/// <param name="State">Where it stands.</param>
public sealed record ShownDraft(string Address, string Title, DateTimeOffset BegunAt, DraftState State);

/// <summary>Where a draft stands.</summary>
public enum DraftState
{
    /// <summary>Not checked, or changed since.</summary>
    Open,

    /// <summary>Checked, and nothing refuses it.</summary>
    Good,

    /// <summary>Checked and refused.</summary>
    Bad,

    /// <summary>Refused as a state secret; it has no title.</summary>
    Secret,

    /// <summary>Handed over.</summary>
    Sent,
}

/// <summary>The form.</summary>
/// <param name="Id">Draft.</param>
/// <param name="Token">The session's token for forms.</param>
/// <param name="Agency">Who would send it.</param>
/// <param name="Values">Values by field.</param>
/// <param name="To">Receivers chosen.</param>
/// <param name="Found">Receivers found and not chosen.</param>
/// <param name="Sought">Words that were sought, or empty.</param>
/// <param name="Files">Files that were taken in.</param>
/// <param name="Faults">Why it cannot be written as a package.</param>
public sealed record FormModel(
    Guid Id, string Token, ShownAgency Agency, IReadOnlyDictionary<string, string> Values, IReadOnlyList<ShownAgency> To,
    IReadOnlyList<ShownAgency> Found, string Sought, IReadOnlyList<ShownFile> Files, IReadOnlyList<Finding> Faults)
{
    /// <summary>Value of a field.</summary>
    public string this[string field] => Values.TryGetValue(field, out var value) ? value : "";
}

/// <summary>The checklist of a draft.</summary>
/// <param name="Id">Draft.</param>
/// <param name="Token">The session's token for forms.</param>
/// <param name="Agency">Who would send it.</param>
/// <param name="Adapter">Code of the adapter.</param>
/// <param name="IsForm">It was written with the form and can be changed there.</param>
/// <param name="Document">What the package says of itself, or <c>null</c> when it cannot be read.</param>
/// <param name="Checklist">One result per rule.</param>
/// <param name="HubAnswered">False while the hub is away.</param>
/// <param name="CheckedAt">When.</param>
/// <param name="Sha256">Of the package.</param>
/// <param name="Length">Its bytes.</param>
/// <param name="CheckerName">The checker as typed.</param>
/// <param name="CheckerPosition">Position as typed.</param>
/// <param name="Faults">Why it was not taken.</param>
/// <param name="Sent">What became of it, once it was sent.</param>
public sealed record ChecklistModel(
    Guid Id, string Token, ShownAgency Agency, string Adapter, bool IsForm, ShownDocument? Document, Checklist Checklist, bool HubAnswered,
    DateTimeOffset CheckedAt, string Sha256, long Length, string CheckerName, string CheckerPosition, IReadOnlyList<Finding> Faults, ShownSubmission? Sent);

/// <summary>What a package says of itself.</summary>
/// <param name="Title">Type and printed code.</param>
/// <param name="Subject">Trích yếu.</param>
/// <param name="From">Sender.</param>
/// <param name="To">Receivers.</param>
/// <param name="Date">Day of promulgation.</param>
/// <param name="Signer">Who signed.</param>
/// <param name="Priority">0 to 4.</param>
/// <param name="Files">Files.</param>
public sealed record ShownDocument(
    string Title, string Subject, ShownAgency From, IReadOnlyList<ShownAgency> To, DateOnly? Date, string Signer, int Priority, IReadOnlyList<ShownFile> Files);

/// <summary>A submission made on the page.</summary>
/// <param name="Id">Its id.</param>
/// <param name="At">When it was safe here.</param>
/// <param name="State"><c>waiting</c>, <c>submitted</c>, <c>accepted</c>, <c>refused</c> or <c>conflict</c>.</param>
/// <param name="WaitsFor">What is in its way, if anything.</param>
/// <param name="Checker">Who checked it.</param>
/// <param name="Findings">What the hub found.</param>
/// <param name="Receivers">One line per receiver, once the hub has answered.</param>
public sealed record ShownSubmission(
    Guid Id, DateTimeOffset At, string State, string? WaitsFor, string Checker, IReadOnlyList<Finding> Findings, IReadOnlyList<ShownReceiver> Receivers);

/// <summary>A receiver of a submission.</summary>
/// <param name="Agency">Who.</param>
/// <param name="Outcome">What the hub made of it.</param>
/// <param name="Transport">State of transport, or <c>null</c>.</param>
/// <param name="Business">National status, or <c>null</c>.</param>
/// <param name="Finding">Why there is no delivery.</param>
public sealed record ShownReceiver(ShownAgency Agency, string Outcome, string? Transport, string? Business, Finding? Finding);
