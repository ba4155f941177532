using Axis.Contracts;

namespace Agency.Adapter.AgencySystem.Folder;

/// <summary>The folders of one agency. All of one tree lie on one disk, for everything is shown by a rename.</summary>
internal sealed record FolderTree(string Root)
{
    /// <summary>Ending of a claim whose file may still be written to.</summary>
    public const string Unsure = ".unsure";

    /// <summary>Packages and statuses to be sent.</summary>
    public string Outbox => Path.Combine(Root, "outbox");

    /// <summary>Files being sent, each in a folder named by its claim.</summary>
    public string Claimed => Path.Combine(Outbox, ".claimed");

    /// <summary>What the adapter has taken over.</summary>
    public string Sent => Path.Combine(Root, "sent");

    /// <summary>One mark per file in <see cref="Sent"/> that the hub has not answered.</summary>
    public string Open => Path.Combine(Sent, ".open");

    /// <summary>What was refused, each with its reason.</summary>
    public string Refused => Path.Combine(Root, "refused");

    /// <summary>Arrived documents.</summary>
    public string Inbox => Path.Combine(Root, "inbox");

    /// <summary>Arriving packages that are not whole.</summary>
    public string Parts => Path.Combine(Inbox, ".part");

    /// <summary>Arrived statuses.</summary>
    public string Status => Path.Combine(Root, "status");

    /// <summary>What the axis tells the agency, by case number.</summary>
    public string Alerts => Path.Combine(Root, "alerts");

    /// <summary>Makes what is missing.</summary>
    public void Create()
    {
        foreach (var folder in (string[])[Outbox, Claimed, Sent, Open, Refused, Inbox, Parts, Status, Alerts])
        {
            Directory.CreateDirectory(folder);
        }

        SyncedFolder.Sync(Root);
    }
}
