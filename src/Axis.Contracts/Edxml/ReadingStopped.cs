using Axis.Contracts.Errors;

namespace Axis.Contracts.Edxml;

/// <summary>Ends the reading of an input that cannot be read on; caught by the reader alone and turned into its refusal.</summary>
internal sealed class ReadingStopped(Finding finding) : Exception(finding.English)
{
    public Finding Finding => finding;
}
