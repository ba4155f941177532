namespace Axis.Contracts.Sealing;

/// <summary>Carries a verdict out of the nested readers of <see cref="SealForm"/>; never leaves the verifier.</summary>
internal sealed class SealFormException(SealCode code, string what) : Exception(what)
{
    public SealCode Code { get; } = code;
}
