using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Agencies;

/// <summary>Statements of the registry.</summary>
internal static class RegistrySql
{
    private const string Folder = "Agencies/Sql";

    public static readonly SqlText AppendAudit = SqlText.In(Folder, nameof(AppendAudit));
    public static readonly SqlText FindCertificate = SqlText.In(Folder, nameof(FindCertificate));
    public static readonly SqlText FindVersion = SqlText.In(Folder, nameof(FindVersion));
    public static readonly SqlText InsertAdapter = SqlText.In(Folder, nameof(InsertAdapter));
    public static readonly SqlText InsertAgencies = SqlText.In(Folder, nameof(InsertAgencies));
    public static readonly SqlText InsertAgencyEvents = SqlText.In(Folder, nameof(InsertAgencyEvents));
    public static readonly SqlText InsertAliases = SqlText.In(Folder, nameof(InsertAliases));
    public static readonly SqlText InsertCertificate = SqlText.In(Folder, nameof(InsertCertificate));
    public static readonly SqlText InsertDelegation = SqlText.In(Folder, nameof(InsertDelegation));
    public static readonly SqlText ListAdapters = SqlText.In(Folder, nameof(ListAdapters));
    public static readonly SqlText ListAgencies = SqlText.In(Folder, nameof(ListAgencies));
    public static readonly SqlText ListAliases = SqlText.In(Folder, nameof(ListAliases));
    public static readonly SqlText ListCertificates = SqlText.In(Folder, nameof(ListCertificates));
    public static readonly SqlText ListDelegations = SqlText.In(Folder, nameof(ListDelegations));
    public static readonly SqlText RaiseVersion = SqlText.In(Folder, nameof(RaiseVersion));
    public static readonly SqlText RevokeDelegation = SqlText.In(Folder, nameof(RevokeDelegation));
    public static readonly SqlText UpdateAdapter = SqlText.In(Folder, nameof(UpdateAdapter));
    public static readonly SqlText UpdateAgencies = SqlText.In(Folder, nameof(UpdateAgencies));
    public static readonly SqlText UpdateAliases = SqlText.In(Folder, nameof(UpdateAliases));
}
