"""How much tells each number of what a mail means that a family should be rung?

Written by ``python -m bench.routing.learn --write``; read by ``roads.py``. One signed byte a weight,
in steps of `STEP`; `ALONE` are the log odds before anything is weighed.
"""

ALONE = 0.897724
STEP = 0.008352283
PACKED = (
    "/boG2t3IFvE9EudDEx7Ox87cw/Tb3Pj/5wMZ7eQXHunvAAC+1coStRIs5+L5+gLi+c0HIxYr2hzcEPXUB8sO6wkM9xb78Tju"
    "5AgE8//+c0s/FRg8wRVR5wUpLx7V/B7fB/YUCvsvvwwPEAHF1Tvx2PUgEv0N0tMY9uXf7DIVGw4Fyf3Q7/AD6BLL5clKLOo8"
    "HBEUMgDiBOLUBdn27g/tGd07NBoTK+LPMffTFRPw9fe/Iikb9VAc/OzQ+A3NChoaDe7vNjDhzjwjQCPdExEUHBvqIf6nAwFz"
    "4CPpIkIC7uwYNvcV0BYiVNToYq8L+SwMIBHL8Pv/7bQVzAic3xINACU/LBFIuw6aAw4WEB+5DRDwBvUC7uTr0/nc+A32SoEM"
    "QhDlwxoc8CTJ/8vI0eTnBAbTF9CTDt7n6A/+GQSs1gfh5+UnDsQOzDYKBBc+MCnt/Mzf5xQI7rbj+jIlN/7lIAHtJiXuKxPm"
    "CiT0Mygd1xlD4zXyHAAmMv80E9kwyQX9"
)
