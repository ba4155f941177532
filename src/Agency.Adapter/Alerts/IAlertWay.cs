using Axis.Contracts.Errors;
using Axis.Contracts.Wire;

namespace Agency.Adapter.Alerts;

/// <summary>Port: one way in which one agency's own system is told of alerts. Called for one alert at a time.</summary>
internal interface IAlertWay
{
    /// <summary>A fixed word, such as <c>webhook</c>.</summary>
    string Name { get; }

    /// <summary>The agency that is told.</summary>
    AgencyOptions Agency { get; }

    /// <summary>How long a version is tried before it is given up; <c>null</c>: without end.</summary>
    TimeSpan? Patience { get; }

    /// <summary>
    /// Tells an alert as it stands. A version may come twice, for what was told and not yet noted is told again after a crash.
    /// </summary>
    /// <returns><c>null</c> when the system has taken it, else why not. Never throws for the outside's faults.</returns>
    Task<Finding?> TellAsync(Alert alert, CancellationToken cancellation);

    /// <summary>Takes away what was left of an alert that is no longer kept.</summary>
    /// <returns><c>null</c> when nothing is left, else why it is.</returns>
    Task<Finding?> ForgetAsync(Alert alert, CancellationToken cancellation);
}
